import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export type PostOffice = Awaited<ReturnType<typeof startPostOffice>>;

/** A real SMTP server that keeps what it gets; `refuses` is what it answers instead, while it does. */
export async function startPostOffice({ refuses }: { refuses?: () => number | undefined } = {}) {
  const received: { to: string[]; mail: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, done) {
      const responseCode = refuses?.();
      if (responseCode === undefined) done();
      else done(Object.assign(new Error('Not now, or never.'), { responseCode }));
    },
    onData(stream, { envelope }, done) {
      void text(stream).then((mail) => {
        received.push({ to: envelope.rcptTo.map(({ address }) => address), mail });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
