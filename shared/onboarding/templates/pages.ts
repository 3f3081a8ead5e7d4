import { pages } from '../../core/pages.ts';

/** The page where onboardings are shown: no step is done there. */
const itself = 'onboarding';

/** A page of an organisation, with what follows its address; not those of what belongs to it. */
const ofOrganisation = /^\/organisations\/:id(?:\/([^:]+))?$/;

/**
 * The pages that a step can lead to: those of the organisation by what follows its address, the
 * overview by nothing; and the person's own account.
 */
export const stepPages: readonly string[] = [
  ...pages.flatMap((page) => {
    const found = ofOrganisation.exec(page);
    return found && found[1] !== itself ? [found[1] ?? ''] : [];
  }),
  '/account',
];
