import { TemplateFields } from '../../../shared/onboarding/templates/contract.ts';
import { templateRecord } from '../../../shared/onboarding/templates/records.ts';
import { publish } from '../../core/changes/publication.ts';
import { OnboardingTemplate } from './template.entity.ts';

export const templatePublication = publish(templateRecord, {
  entity: OnboardingTemplate,
  fields: TemplateFields,
});
