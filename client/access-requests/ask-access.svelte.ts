import { BreakGlass, RequestAccess } from '../../shared/access-requests/contract.ts';
import { fieldErrors, Form } from '../core/form.svelte.ts';
import { newKey } from '../core/new-key.ts';
import type { AssignableRole } from '../decisions/assignable-roles.ts';
import type { OwnRequests } from './own-requests.svelte.ts';

/** A request for access: as which role, why, for how many days. */
export function askForm(
  own: OwnRequests,
  roles: readonly AssignableRole[],
): Form<'role' | 'reason' | 'days'> {
  const key = newKey();
  const first = roles.find(({ disabledReason }) => disabledReason === undefined);
  const toBody = (values: Readonly<Record<'role' | 'reason' | 'days', string>>) => ({
    ...values,
    days: values.days === '' ? NaN : Number(values.days),
  });
  return new Form({
    initial: { role: first?.value ?? '', reason: '', days: '7' },
    check: (values) => fieldErrors(RequestAccess, toBody(values)),
    send: (values) => own.ask(RequestAccess.parse(toBody(values)), key),
  });
}

/** Breaking the glass: why, for how many hours. */
export function glassForm(own: OwnRequests): Form<'reason' | 'hours'> {
  const key = newKey();
  const toBody = (values: Readonly<Record<'reason' | 'hours', string>>) => ({
    ...values,
    hours: Number(values.hours),
  });
  return new Form({
    initial: { reason: '', hours: '1' },
    check: (values) => fieldErrors(BreakGlass, toBody(values)),
    send: (values) => own.breakGlass(BreakGlass.parse(toBody(values)), key),
  });
}
