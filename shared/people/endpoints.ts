import { answersRecord, endpoint, takesBody } from '../core/endpoint.ts';
import type { EditPreferences, Preferences } from './preferences.ts';

export const findPreferences = endpoint(
  'GET /account/preferences',
  answersRecord<typeof Preferences>(),
);

export const editPreferences = endpoint(
  'PATCH /account/preferences',
  answersRecord<typeof Preferences>(),
  takesBody<typeof EditPreferences>(),
);
