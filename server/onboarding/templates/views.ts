import type { OnboardingTemplate as View } from '../../../shared/onboarding/templates/contract.ts';
import type { Reading } from '../../core/db/reading.ts';
import type { OnboardingTemplate } from './template.entity.ts';

type Running = ReadonlyMap<string, View['running']>;

/** How many onboardings run on which version, by the id of the template. */
export async function runningOn({ em }: Pick<Reading, 'em'>): Promise<Running> {
  const rows = await em.execute<{ id: string; version: number; open: number; done: number }[]>(
    `select template_id as id, template_version as version,
       sum(case when state = 'done' then 0 else 1 end) as open,
       sum(case when state = 'done' then 1 else 0 end) as done
     from onboardings group by template_id, template_version order by template_version`,
  );
  const counts = rows.map(({ id, version, open, done }) => ({
    id,
    count: { version, open: Number(open), done: Number(done) },
  }));
  return new Map(
    [...Map.groupBy(counts, ({ id }) => id)].map(([id, of]) => [id, of.map(({ count }) => count)]),
  );
}

export function viewTemplate(template: OnboardingTemplate, running: Running): View {
  const { id, organisationId, kind, draft, version } = template;
  return {
    ...{ id, organisationId: organisationId ?? '', kind, draft, version },
    published: {
      version: template.publishedVersion,
      stallDays: template.publishedStallDays,
      steps: template.publishedSteps,
      at: template.publishedAt?.toISOString() ?? null,
      by: template.publishedBy,
    },
    running: running.get(id) ?? [],
  };
}
