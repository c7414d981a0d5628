import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { FronteraError } from "../errors.ts";

/** The lab is for this machine alone. */
const HOST = "127.0.0.1";
/** Ports that are tried where the one that was asked for is taken. */
const TRIED = 50;

const KINDS: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".bin": "application/octet-stream",
};

/** Nothing from anywhere else, no markup that runs, no frame around it; WebAssembly is what the engine compiles to. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
} as const;

interface Page {
  readonly body: Buffer;
  readonly kind: string;
  /** Files with a hash in their name never change. */
  readonly fixed: boolean;
}

/** A running server. */
export interface LabServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a folder on the loopback address. Errors: `no-lab`, `port-in-use`, which names a port that is free. */
export async function serveLab(folder: string, port: number): Promise<LabServer> {
  const pages = pagesOf(folder);
  const server = createServer((request, response) => answer(request, response, pages, port));
  try {
    await listen(server, port);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const free = await freePort(port + 1);
    throw new FronteraError({
      code: "port-in-use",
      message: `port ${port} is ${code === "EACCES" ? "not for this user" : "in use"}`,
      hint: free === undefined ? "write --port with another one" : `write for instance --port ${free}, which is free`,
    });
  }
  return {
    address: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every file of the site by its path: what is not in this list is not there. */
function pagesOf(folder: string): ReadonlyMap<string, Page> {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    names = [];
  }
  const pages = new Map<string, Page>();
  for (const name of names) {
    const kind = KINDS[extname(name)];
    if (kind === undefined) continue;
    const path = `/${name.replaceAll("\\", "/")}`;
    pages.set(path, { body: readFileSync(join(folder, name)), kind, fixed: path.startsWith("/assets/") });
  }
  const front = pages.get("/index.html");
  if (front === undefined)
    throw new FronteraError({ code: "no-lab", message: "the lab has not been built", hint: "run npm run build" });
  return pages.set("/", front);
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, Page>,
  port: number,
): void {
  const say = (status: number, text: string) =>
    response.writeHead(status, { ...HEADERS, "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
  // Another name for this address is another site that would like to read it.
  const hosts = [`${HOST}:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return void say(403, "this host is not served");
  if (origin !== undefined && !hosts.some((one) => origin === `http://${one}`))
    return void say(403, "this origin is not served");
  if (request.method !== "GET" && request.method !== "HEAD") return void say(405, "only GET and HEAD are answered");
  const page = pages.get((request.url ?? "").split("?")[0] ?? "");
  if (page === undefined) return void say(404, "there is no such page");
  response.writeHead(200, {
    ...HEADERS,
    "Content-Type": page.kind,
    "Content-Length": page.body.length,
    "Cache-Control": page.fixed ? "public, max-age=31536000, immutable" : "no-cache",
  });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function freePort(first: number): Promise<number | undefined> {
  for (let port = first; port < Math.min(first + TRIED, 65_536); port++) {
    const probe = createServer();
    try {
      await listen(probe, port);
      await new Promise((resolve) => probe.close(resolve));
      return port;
    } catch {
      // Taken as well.
    }
  }
  return undefined;
}
