import {
  answersFile,
  answersMade,
  answersNothing,
  answersPage,
  answersRecord,
  answersValue,
  endpoint,
  takesBody,
  takesQuery,
} from '../core/endpoint.ts';
import type {
  Billing,
  CreateOrganisation,
  DeletedOrganisation,
  DeletedQuery,
  EditBilling,
  EditOrganisation,
  EditSettings,
  MoveOrganisation,
  Organisation,
  OrganisationSettings,
  RestoredOrganisation,
  SetManagementMode,
  WithReason,
} from './contract.ts';
import type {
  ChildrenExportQuery,
  ChildrenQuery,
  ListedOrganisation,
  OrganisationQuery,
} from './list-contract.ts';

export const listOrganisations = endpoint(
  'GET /organisations',
  answersPage<typeof ListedOrganisation>(),
  takesQuery<typeof OrganisationQuery>(),
);

export const createOrganisation = endpoint(
  'POST /organisations',
  answersMade<typeof Organisation>(),
  takesBody<typeof CreateOrganisation>(),
);

export const listDeleted = endpoint(
  'GET /organisations/deleted',
  answersPage<typeof DeletedOrganisation>(),
  takesQuery<typeof DeletedQuery>(),
);

export const findOrganisation = endpoint(
  'GET /organisations/:id',
  answersRecord<typeof Organisation>(),
);

export const editOrganisation = endpoint(
  'PATCH /organisations/:id',
  answersRecord<typeof Organisation>(),
  takesBody<typeof EditOrganisation>(),
);

export const deleteOrganisation = endpoint('DELETE /organisations/:id', answersNothing());

export const restoreOrganisation = endpoint(
  'POST /organisations/:id/restore',
  answersValue<typeof RestoredOrganisation>(),
);

export const listChildren = endpoint(
  'GET /organisations/:id/children',
  answersPage<typeof ListedOrganisation>(),
  takesQuery<typeof ChildrenQuery>(),
);

export const exportChildrenCsv = endpoint(
  'GET /organisations/:id/children.csv',
  answersFile(),
  takesQuery<typeof ChildrenExportQuery>(),
);

export const exportChildrenXlsx = endpoint(
  'GET /organisations/:id/children.xlsx',
  answersFile(),
  takesQuery<typeof ChildrenExportQuery>(),
);

export const moveOrganisation = endpoint(
  'POST /organisations/:id/move',
  answersRecord<typeof Organisation>(),
  takesBody<typeof MoveOrganisation>(),
);

export const suspendOrganisation = endpoint(
  'POST /organisations/:id/suspend',
  answersRecord<typeof Organisation>(),
  takesBody<typeof WithReason>(),
);

export const activateOrganisation = endpoint(
  'POST /organisations/:id/activate',
  answersRecord<typeof Organisation>(),
);

export const lockOrganisation = endpoint(
  'POST /organisations/:id/lock',
  answersRecord<typeof Organisation>(),
  takesBody<typeof WithReason>(),
);

export const unlockOrganisation = endpoint(
  'POST /organisations/:id/unlock',
  answersRecord<typeof Organisation>(),
);

export const setManagementMode = endpoint(
  'PUT /organisations/:id/access',
  answersRecord<typeof Organisation>(),
  takesBody<typeof SetManagementMode>(),
);

export const findBilling = endpoint(
  'GET /organisations/:id/billing',
  answersRecord<typeof Billing>(),
);

export const editBilling = endpoint(
  'PATCH /organisations/:id/billing',
  answersRecord<typeof Billing>(),
  takesBody<typeof EditBilling>(),
);

export const findSettings = endpoint(
  'GET /organisations/:id/settings',
  answersRecord<typeof OrganisationSettings>(),
);

export const editSettings = endpoint(
  'PATCH /organisations/:id/settings',
  answersRecord<typeof OrganisationSettings>(),
  takesBody<typeof EditSettings>(),
);
