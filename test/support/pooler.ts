import { connect, createServer, type Server, type Socket } from 'node:net';

const NOTIFICATION = 'A'.charCodeAt(0);
const HEAD_BYTES = 5;

/** Stands in front of PostgreSQL as a pooler in transaction mode does: it passes no notification. */
export async function startPooler(databaseUrl: string): Promise<AsyncDisposable & { url: string }> {
  const { port } = new URL(databaseUrl);
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    const database = connect(Number(port), '127.0.0.1');
    for (const end of [client, database]) {
      open.add(end);
      end.on('error', () => undefined); // the other end is told by the close
      end.once('close', () => (end === client ? database : client).destroy());
    }
    client.pipe(database);
    let rest = Buffer.alloc(0);
    database.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= HEAD_BYTES && rest.length > rest.readUInt32BE(1)) {
        const end = 1 + rest.readUInt32BE(1);
        if (rest[0] !== NOTIFICATION) client.write(rest.subarray(0, end));
        rest = rest.subarray(end);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const end of open) end.destroy();
      await closed;
    },
  };
}
