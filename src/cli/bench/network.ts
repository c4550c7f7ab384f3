import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Responder } from "../serve.ts";
import { makeCertificate } from "./certificate.ts";
import { Link, type Profile, UNTHROTTLED } from "./link.ts";

/** A piece of an answer's body that went out; `at` in milliseconds since 1970, as the page's own clock counts. */
export interface Piece {
  readonly host: string;
  readonly path: string;
  readonly bytes: number;
  readonly at: number;
}

/** All the hosts of a measurement, played by one HTTP/2 server on loopback. */
export interface Network {
  /** The flags that send a browser here for every name, and make it trust this server only. */
  readonly browserFlags: readonly string[];
  /** Starts a new run: connections count as new, nothing has been sent. */
  begin(profile: Profile): void;
  readonly pieces: readonly Piece[];
  /** Milliseconds since the last request or byte; 0 while an answer is under way. */
  quietFor(): number;
  close(): Promise<void>;
}

const now = (): number => performance.timeOrigin + performance.now();

interface Run {
  readonly link: Link;
  readonly pieces: Piece[];
  open: number;
  lastAt: number;
}

const begun = (profile: Profile): Run => ({ link: new Link(profile), pieces: [], open: 0, lastAt: now() });

/** Starts the server; `hosts` says who answers for which name. Any other name, such as those the browser itself asks for, gets 404 and is not counted. */
export async function startNetwork(hosts: Readonly<Record<string, Responder>>): Promise<Network> {
  const { key, cert, pin } = makeCertificate();
  let current = begun(UNTHROTTLED);

  const answer = async (request: Http2ServerRequest, response: Http2ServerResponse, host: string, run: Run): Promise<void> => {
    const path = request.url.replace(/[?#].*$/s, "");
    await wait(run.link.answerAt(host, now()) - now());
    const reply = await (hosts[host] as Responder)(request.method, request.url, request.headers);
    if (response.stream.destroyed) return;
    // A host lets browsers keep files for a while; without this the browser would ask again for what it was told to preload.
    const { "cache-control": policy, ...headers } = reply.headers;
    response.writeHead(reply.status, { ...headers, "cache-control": !policy || policy === "no-cache" ? "public, max-age=600" : policy });
    for (let from = 0; from < reply.body.length; from += run.link.slice) {
      const piece = reply.body.subarray(from, from + run.link.slice);
      await wait(run.link.throughAt(piece.length, now()) - now());
      if (response.stream.destroyed || run !== current) return;
      response.write(piece);
      run.lastAt = now();
      run.pieces.push({ host, path, bytes: piece.length, at: run.lastAt });
    }
    response.end();
  };

  const server = createSecureServer({ key, cert }, async (request, response) => {
    const run = current;
    const host = request.authority.replace(/:\d+$/, "");
    if (!(host in hosts) || request.url === "/favicon.ico") {
      response.writeHead(404);
      response.end();
      return;
    }
    run.open++;
    try {
      await answer(request, response, host, run);
    } catch (error) {
      console.error(`${host}${request.url}: ${String(error)}`);
      response.stream.destroy();
    } finally {
      run.open--;
      run.lastAt = now();
    }
  });
  // A browser that is closed in the middle of an answer is no error of the measurement.
  server.on("sessionError", () => {});
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => {
    sessions.add(session);
    session.on("close", () => sessions.delete(session));
  });
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    browserFlags: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, `--ignore-certificate-errors-spki-list=${pin}`],
    begin: (profile) => {
      current = begun(profile);
    },
    get pieces() {
      return current.pieces;
    },
    quietFor: () => (current.open > 0 ? 0 : now() - current.lastAt),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const session of sessions) session.destroy();
      }),
  };
}
