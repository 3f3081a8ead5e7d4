import * as endpoints from '../../shared/people/endpoints.ts';
import { EditPreferences, Preferences } from '../../shared/people/preferences.ts';
import { serve } from '../core/http/serve.ts';
import { editPreferences, findPreferences } from './preferences.ts';

/** What people choose for themselves. */
export function peopleRoutes() {
  return serve('people', endpoints, (on) => {
    on(
      endpoints.findPreferences,
      { summary: 'Read the own language, time zone and formats', answer: Preferences },
      ({ work }) => findPreferences(work),
    );
    on(
      endpoints.editPreferences,
      {
        summary: 'Change the own language, time zone and formats',
        body: EditPreferences,
        answer: Preferences,
      },
      ({ work, body, expected }) => editPreferences(work, body, expected),
    );
  });
}
