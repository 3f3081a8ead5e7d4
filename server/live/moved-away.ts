import type { Topic } from '../../shared/access/actions.ts';
import { organisationRecord } from '../../shared/organisations/records.ts';
import type { ChangeRow } from '../core/changes/change.entity.ts';
import type { Row } from '../core/db/find-rows.ts';
import { isMove } from './to-change.ts';
import type { Page, Shows } from './replay.ts';

/**
 * The watch watches whether a replay tells more than the directory's part of something that is out
 * of sight where it moved later: that went to those who followed it then, and to nobody who comes
 * later [L6].
 */
export class MovedAway {
  readonly #told = new Map<string, Map<Topic, number>>();
  readonly #moved = new Map<string, Row<ChangeRow>>();

  /** The watch takes the next page. */
  add({ changes, rows }: Page): void {
    for (const { organisationId, topic, op, seq } of changes) {
      if (topic === 'directory' || op === 'leave') continue;
      const topics = this.#told.get(organisationId) ?? new Map<Topic, number>();
      if (!topics.has(topic)) this.#told.set(organisationId, topics.set(topic, seq));
    }
    for (const row of rows) {
      if (row.resource === organisationRecord.name && isMove(row)) {
        this.#moved.set(row.recordId, row);
      }
    }
  }

  /** Whether it does; asked at the end. */
  isToldOf(shows: Shows): boolean {
    return [...this.#moved.values()].some(({ recordId, path, seq: movedAt }) =>
      [...(this.#told.get(recordId) ?? [])].some(
        ([topic, seq]) => seq < Number(movedAt) && !shows(topic, path),
      ),
    );
  }
}
