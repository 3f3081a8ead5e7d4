import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The process's figures, as `/metrics` shows them. */
export interface Metrics {
  registry: Registry;
  requests: Histogram<'method' | 'status'>;
  changes: Counter;
  sockets: Gauge;
}

/** `countSockets` is asked whenever the figures are read. */
export function createMetrics(countSockets: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'canopy_http_request_seconds',
      help: 'Time to answer a request, in seconds.',
      labelNames: ['method', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers: [registry],
    }),
    changes: new Counter({
      name: 'canopy_changes_delivered_total',
      help: 'Rows of the change log that this node has delivered.',
      registers: [registry],
    }),
    sockets: new Gauge({
      name: 'canopy_sockets',
      help: 'Signed-in sockets on this node.',
      registers: [registry],
      collect() {
        this.set(countSockets());
      },
    }),
  };
}
