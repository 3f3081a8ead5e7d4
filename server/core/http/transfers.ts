import type { Log } from '../log.ts';

/** Whether whoever reads may still do so. */
type MayRead = () => Promise<boolean>;

/** One answer that is being sent. */
interface Transfer {
  mayRead: MayRead;
  /** What the next bytes wait for, while it is decided anew; `null` while nothing is. */
  pending: Promise<void> | null;
  cut: () => void;
}

/**
 * The long answers of this node, such as files. Each was decided when it began; when access
 * changes, none sends any more until it is decided anew, and what is not allowed breaks off [W9].
 */
export class Transfers {
  readonly #open = new Set<Transfer>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  get size(): number {
    return this.#open.size;
  }

  /** The bytes, for as long as their reader may have them. */
  guard(bytes: ReadableStream<Uint8Array>, mayRead: MayRead): ReadableStream<Uint8Array> {
    const reader = bytes.getReader();
    const transfer: Transfer = { mayRead, pending: null, cut: () => undefined };
    const end = () => this.#open.delete(transfer);
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#open.add(transfer);
          transfer.cut = () => {
            end();
            controller.error(new Error('The reader may not read this any more.'));
            void reader.cancel().catch(() => undefined);
          };
        },
        pull: async (controller) => {
          try {
            const { done, value } = await reader.read();
            while (transfer.pending) await transfer.pending;
            if (!this.#open.has(transfer)) return;
            if (!done) {
              controller.enqueue(value);
              return;
            }
            end();
            controller.close();
          } catch (error) {
            end();
            throw error;
          }
        },
        cancel: async (reason) => {
          end();
          await reader.cancel(reason);
        },
      },
      { highWaterMark: 0 },
    );
  }

  /** Access has changed: every transfer is held, decided anew, and goes on or breaks off. */
  recheck(): void {
    for (const transfer of this.#open) {
      const pending = this.#decide(transfer).finally(() => {
        if (transfer.pending === pending) transfer.pending = null;
      });
      transfer.pending = pending;
    }
  }

  /** Resolves when each transfer that was held is decided. */
  async settled(): Promise<void> {
    await Promise.all([...this.#open].flatMap(({ pending }) => pending ?? []));
  }

  async #decide(transfer: Transfer): Promise<void> {
    let mayRead = false;
    try {
      mayRead = await transfer.mayRead();
    } catch (error) {
      this.#log.error({ err: error }, 'a transfer could not be decided anew, and was broken off');
    }
    if (!mayRead) transfer.cut();
  }
}
