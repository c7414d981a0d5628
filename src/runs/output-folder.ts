import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * A folder that results are written to. Files appear under a temporary name and get their own when they are whole, so
 * that whoever reads the folder never sees half a file. Errors are those of the file system, with the path in them.
 */
export class OutputFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Writes a whole text file below the folder; returns its path. */
  async write(path: string, text: string): Promise<string> {
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true });
    try {
      await writeFile(`${target}.part`, text);
      await rename(`${target}.part`, target);
    } catch (error) {
      await rm(`${target}.part`, { force: true });
      throw error;
    }
    return target;
  }

  /** A text file that is written bit by bit. */
  async stream(path: string): Promise<TextStream> {
    const target = join(this.path, path);
    await mkdir(dirname(target), { recursive: true });
    const stream = createWriteStream(`${target}.part`);
    await once(stream, "open");
    let fault: Error | undefined;
    stream.on("error", (error) => {
      fault = error;
    });
    return {
      write: async (text) => {
        if (fault !== undefined) throw fault;
        if (!stream.write(text)) await once(stream, "drain");
      },
      close: async () => {
        if (fault !== undefined) throw fault;
        stream.end();
        await once(stream, "finish");
        await rename(`${target}.part`, target);
        return target;
      },
      discard: async () => {
        stream.destroy();
        await rm(`${target}.part`, { force: true });
      },
    };
  }
}

/** A text file under way. */
export interface TextStream {
  write(text: string): Promise<void>;
  /** Finishes the file under its own name, which is returned. */
  close(): Promise<string>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}
