import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { serveLab } from "./lab-server.ts";
import { positiveInteger } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface LabFlags {
  readonly port: string;
  readonly open: boolean;
}

const DEFAULT_PORT = 8470;
/** The site that the build made. */
const SITE = fileURLToPath(new URL("../lab/", import.meta.url));

/** `frontera lab`: the laboratory in a browser, served to this machine alone. */
export function labCommand(terminal: Terminal): Command {
  return new Command("lab")
    .option("--port <n>", "port of this machine that it is served on", String(DEFAULT_PORT))
    .option("--no-open", "do not open a browser")
    .action((flags: LabFlags) => lab(flags, terminal));
}

async function lab({ port, open }: LabFlags, terminal: Terminal): Promise<void> {
  const server = await serveLab(SITE, positiveInteger("--port", port, { max: 65_535 }));
  terminal.out(`the lab is at ${server.address} for this machine alone; Ctrl-C ends it\n`);
  if (open && terminal.interactive) openBrowser(server.address);
  await interrupted();
  await server.close();
  terminal.err("the lab has ended\n");
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, end);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
  });
}

/** Asks the system to open an address; where it cannot, the reader has the address. */
function openBrowser(address: string): void {
  const [program, ...words] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  const child = spawn(program!, words, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
