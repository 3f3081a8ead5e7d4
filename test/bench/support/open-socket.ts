import { WebSocket } from 'ws';

/**
 * Opens a socket and joins the namespace, speaking engine.io and Socket.IO by hand: whole clients
 * would cost more than the server that is measured. Events (`42`) and acknowledgements (`43`) are
 * handed on as they come.
 */
export function openSocket(
  url: string,
  cookie: string,
  receive: (kind: string, frame: Buffer) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    {
      headers: { origin: url, ...(cookie && { cookie }) },
      perMessageDeflate: false,
      skipUTF8Validation: true,
    },
  );
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.once('close', () => {
      reject(new Error('A socket was closed.'));
    });
    socket.on('message', (frame: Buffer) => {
      const kind = frame.toString('latin1', 0, 2);
      if (kind === '42' || kind === '43') receive(kind, frame);
      else if (kind === '2') {
        socket.send('3');
      } // a ping is answered by a pong
      else if (kind === '40') resolve(socket);
      else if (kind === '44') reject(new Error(frame.toString()));
      else if (frame[0] === 0x30) socket.send('40'); // open: join the namespace
    });
  });
}
