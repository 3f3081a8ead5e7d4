import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const PRESENT_AND_VERIFIED = 0x05;
const WITH_CREDENTIAL = 0x40;

interface Asked {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
}

/**
 * An authenticator that makes one passkey and signs with it, as a security key does. What it says
 * can be bent by tests: another origin, a counter that stands still.
 */
export class Authenticator {
  origin: string;
  counter = 0;
  readonly #id = randomBytes(32);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(origin: string) {
    this.origin = origin;
    this.#keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** Answers the options of a registration. */
  create({ challenge, rp }: Asked) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const idLength = Buffer.alloc(2);
    idLength.writeUInt16BE(this.#id.length);
    const credential = Buffer.concat([Buffer.alloc(16), idLength, this.#id, key]);
    const data = Buffer.concat([this.#data(rp?.id, WITH_CREDENTIAL), credential]);
    const attestation = cborMap([
      ['fmt', 'none'],
      ['attStmt', Buffer.alloc(0)],
      ['authData', data],
    ]);
    return this.#answer('webauthn.create', challenge, {
      attestationObject: base64(attestation),
      transports: ['internal'],
    });
  }

  /** Answers the options of a sign-in, counting up first. */
  get({ challenge, rpId }: Asked) {
    this.counter += 1;
    const data = this.#data(rpId, 0);
    const hash = createHash('sha256').update(this.#clientData('webauthn.get', challenge)).digest();
    return this.#answer('webauthn.get', challenge, {
      authenticatorData: base64(data),
      signature: base64(sign('sha256', Buffer.concat([data, hash]), this.#keys.privateKey)),
    });
  }

  #data(rpId = '', flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const party = createHash('sha256').update(rpId).digest();
    return Buffer.concat([party, Buffer.from([PRESENT_AND_VERIFIED | flags]), counter]);
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin }));
  }

  #answer(type: string, challenge: string, parts: object) {
    const id = base64(this.#id);
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: base64(this.#clientData(type, challenge)), ...parts },
    };
  }
}

type Cbor = number | string | Buffer;

/** As much of CBOR as an authenticator speaks; empty bytes stand for an empty map. */
function cborMap(entries: [Cbor, Cbor][]): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flat().map(cbor)]);
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  return value.length === 0 ? head(5, 0) : Buffer.concat([head(2, value.length), value]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64url');
}
