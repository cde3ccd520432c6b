import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';

export interface DualServer {
  port: number;
  close(): Promise<void>;
}

/** The first byte of a TLS handshake record. */
const tlsHandshake = 0x16;

/** HTTPS and plain HTTP on one port, told apart by the first byte a client sends. */
export function startDualServer(options: {
  host: string;
  port: number;
  tls: https.ServerOptions;
  secure: http.RequestListener;
  plain: http.RequestListener;
}): Promise<DualServer> {
  const secure = https.createServer(options.tls, options.secure);
  const plain = http.createServer(options.plain);
  const open = new Set<net.Socket>();
  const front = net.createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      socket.unshift(chunk);
      (chunk[0] === tlsHandshake ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  return new Promise((done, fail) => {
    front.once('error', fail);
    front.listen(options.port, options.host, () => {
      done({
        port: (front.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            front.close(() => closed());
            for (const socket of open) socket.destroy();
          }),
      });
    });
  });
}
