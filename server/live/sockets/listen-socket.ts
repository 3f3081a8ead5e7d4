import { says } from '../../../shared/core/words.ts';
import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { Refusal } from '../../../shared/core/refusals.ts';
import { type Clock, SECOND } from '../../core/clock.ts';
import { toFieldErrors } from '../../core/http/accept.ts';
import { toRefusal } from '../../core/http/errors.ts';
import type { InFlight } from '../../core/in-flight.ts';
import type { Log } from '../../core/log.ts';

const MOST_EVENTS_PER_SECOND = 100;

type Acknowledge = (answer: unknown) => void;

interface ListenerParts {
  log: Log;
  clock: Clock;
  /** The tracker of requests in progress, which packets being answered are part of. */
  inFlight: InFlight;
}

/**
 * The only way that packets come in: parsed, bounded, and answered whatever happens. A packet
 * without an acknowledgement is dropped; one of the wrong shape, or whose handler fails, is
 * answered `{ ok: false, problem }`. None of them can end the process [L8].
 */
export function createListener(socket: Socket, { log, clock, inFlight }: ListenerParts) {
  let windowStart = -Infinity;
  let events = 0;

  const isFlooding = () => {
    const now = clock.elapsed();
    if (now - windowStart > SECOND) {
      windowStart = now;
      events = 0;
    }
    events += 1;
    return events > MOST_EVENTS_PER_SECOND;
  };

  return function listen<Schema extends z.ZodType>(
    event: string,
    schema: Schema,
    handle: (payload: z.infer<Schema>) => unknown,
  ): void {
    socket.on(event, (...args: unknown[]) => {
      const acknowledge = args.at(-1);
      if (typeof acknowledge !== 'function') return;
      const reply = acknowledge as Acknowledge;
      void inFlight.track(answer(args[0] === acknowledge ? undefined : args[0])).then(reply);
    });

    async function answer(payload: unknown): Promise<unknown> {
      try {
        if (isFlooding()) throw new Refusal('request.too-many', says.tooManyPackets);
        return await handle(parse(schema, payload));
      } catch (error) {
        const refusal = toRefusal(error);
        if (refusal.code === 'server.fault') log.error({ err: error, event }, 'a packet failed');
        return { ok: false, problem: refusal.toProblem() };
      }
    }
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new Refusal('request.invalid', undefined, {
    errors: parsed.error.issues.flatMap(toFieldErrors),
  });
}
