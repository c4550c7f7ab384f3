import { createHash, generateKeyPairSync, sign } from "node:crypto";

/** A throw-away certificate for loopback: browsers speak HTTP/2 only over TLS, and real hosts speak HTTP/2. */
export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** Base64 SHA-256 of the public key: Chromium trusts exactly this one (`--ignore-certificate-errors-spki-list`). */
  readonly pin: string;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const ECDSA_WITH_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");
const COMMON_NAME = Buffer.from("0603550403", "hex");

/** One DER element: tag, length, content (X.690 §8.1). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const n = content.length;
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** Makes a self-signed certificate (RFC 5280, version 1: it needs no extension) and its key. */
export function makeCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from("loopback")))));
  const algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
  const validity = der(SEQUENCE, der(UTC_TIME, Buffer.from("200101000000Z")), der(UTC_TIME, Buffer.from("491231235959Z")));
  const body = der(SEQUENCE, der(INTEGER, Buffer.from([1])), algorithm, name, validity, name, spki);
  const signature = der(BIT_STRING, Buffer.from([0]), sign("sha256", body, privateKey));
  const lines =
    der(SEQUENCE, body, algorithm, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    pin: createHash("sha256").update(spki).digest("base64"),
  };
}
