import type { Server } from 'node:http';

// What a process of any kind needs to begin and end in order. It imports nothing, so that the small ones stay small.

const DRAIN_MILLISECONDS = 10_000;

export async function listenOn(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken by another program.`) : error);
    });
    server.listen(port, host, done);
  });
}

export async function drain(server: Server, milliseconds = DRAIN_MILLISECONDS): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), milliseconds);
  const closed = new Promise((done) => server.close(done));
  // Connections kept alive for later requests would hold the end up; those answering now close when they have.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(force);
  clearInterval(sweep);
}

/** Tells the launcher, and ends in order when told to, or when the launcher is gone. */
export function untilSignalled(running: { port: number; stop(): Promise<void> }): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    const tooLong = setTimeout(() => process.exit(1), DRAIN_MILLISECONDS + 5000);
    tooLong.unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
  process.send?.({ ready: true, port: running.port });
}
