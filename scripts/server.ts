/*
 * A small static server for this machine alone: files under named folders and nothing else, each folder with
 * its content security policy. The workbench is served by it over HTTP, the add-in for Excel over HTTPS.
 */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import path from "node:path";

export interface Mount {
  /** The address that the folder's files are under, from "/" to "/": "/", "/addin/". The longest match wins. */
  readonly at: string;
  readonly folder: string;
  /** Sent as Content-Security-Policy with the folder's pages, and with its scripts, as a worker has a policy of its own. */
  readonly policy?: string;
  /** Changes a page on its way out; `name` is its path inside the folder, with slashes. */
  readonly transform?: (html: string, name: string) => string;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "text/xml; charset=utf-8",
};

/** Answers GET and HEAD with the files of the mounts, and everything else with a plain error. */
export function staticFiles(mounts: readonly Mount[]): RequestListener {
  const longestFirst = [...mounts].sort((a, b) => b.at.length - a.at.length);
  return (request, response) => {
    answer(longestFirst, request, response).catch(() => refuse(response, 500, "Internal error"));
  };
}

/**
 * Listens on this machine only, so that nothing is offered to the network. Rejects with Node's own error, whose
 * `code` is EADDRINUSE where the port is taken and EACCES where it takes more rights.
 */
export function listen(
  handler: RequestListener,
  port: number,
  certificate?: { readonly key: string | Buffer; readonly cert: string | Buffer },
): Promise<Listening> {
  const server: Server = certificate ? createSecureServer({ ...certificate }, handler) : createServer(handler);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        close: () =>
          new Promise<void>((closed) => {
            server.close(() => closed());
            // A browser keeps connections open; waiting for them would make Ctrl-C hang.
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** A port as typed: a whole number from 1 to 65535; undefined for anything else. */
export function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

async function answer(mounts: readonly Mount[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return refuse(response, 405, "Method not allowed");
  }
  const address = readAddress(request.url ?? "/");
  const mount = address === undefined ? undefined : mounts.find(({ at }) => address.startsWith(at));
  if (address === undefined || !mount) return refuse(response, 404, "Not found");
  const name = address.slice(mount.at.length) || "index.html";
  const file = path.resolve(mount.folder, name);
  if (!file.startsWith(path.resolve(mount.folder) + path.sep)) return refuse(response, 404, "Not found");
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return refuse(response, 404, "Not found");

  const extension = path.extname(file).toLowerCase();
  const isPage = extension === ".html";
  response.setHeader("Content-Type", contentTypes[extension] ?? "application/octet-stream");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  if ((isPage || extension === ".js") && mount.policy !== undefined)
    response.setHeader("Content-Security-Policy", mount.policy);
  // Always asked for again, so that a new build is seen at once; what has not changed is not sent again.
  response.setHeader("Cache-Control", "no-cache");
  const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  response.setHeader("ETag", tag);
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  if (isPage && mount.transform) {
    const html = Buffer.from(mount.transform(await readFile(file, "utf8"), name));
    response.setHeader("Content-Length", html.length);
    response.end(request.method === "HEAD" ? undefined : html);
    return;
  }
  response.setHeader("Content-Length", found.size);
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  createReadStream(file)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** The path asked for, decoded; undefined where it cannot be one of ours. */
function readAddress(url: string): string | undefined {
  try {
    const address = decodeURIComponent(url.replace(/[?#].*$/, ""));
    // A backslash separates folders on Windows, and a NUL ends a file name in C.
    return address.startsWith("/") && !address.includes("\\") && !address.includes("\0") ? address : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
