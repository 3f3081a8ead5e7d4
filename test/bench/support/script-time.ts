import type { CDPSession, Page } from '@playwright/test';

/** How long a page has run scripts so far, as the browser counts it, in milliseconds. */
export class ScriptTime {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<ScriptTime> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new ScriptTime(session);
  }

  /** What a deed costs of it, up to when it is over. */
  async during(deed: () => Promise<unknown>): Promise<number> {
    const before = await this.#read();
    await deed();
    return (await this.#read()) - before;
  }

  async #read(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'ScriptDuration');
    if (!found) throw new Error('This browser does not count the time of scripts.');
    return found.value * 1_000;
  }
}
