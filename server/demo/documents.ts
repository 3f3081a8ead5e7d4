import { removeDocument } from '../documents/remove-document.ts';
import { CLOSED_TENANT } from './names.ts';
import { pdfOf } from './pdf.ts';
import type { PersonKey } from './people.ts';
import type { Story } from './story.ts';

const SELLER = 'Halden Systemhaus';

/** Contracts and other files of some customers of the demo, with versions and one that is gone. */
export async function fileDocuments(story: Story): Promise<void> {
  await signContract(story, 'jana', 'Landkreis Auental', '1 March');
  await signContract(story, 'emre', 'Theater am Ring', '15 February');
  const weserland = await signContract(story, 'emre', 'Weserland Logistik', '1 January');
  story.clock.sleep();
  const signed = contractOf('Weserland Logistik', '1 January', 'Addendum: third hall, 40 TB.');
  await story.upload('emre', 'Weserland Logistik', signed, {
    ...{ kind: 'contract', visibility: 'shared', replaces: weserland },
    name: 'Service contract Weserland Logistik, with addendum.pdf',
  });
  await story.upload('jana', SELLER, terms(), {
    ...{ kind: 'terms', visibility: 'shared', name: 'Terms of service 2026.pdf' },
  });
  await story.upload('jana', SELLER, priceList(), {
    ...{ kind: 'other', visibility: 'inside', name: 'Purchase prices, first quarter.csv' },
  });
  const draft = await story.upload('emre', SELLER, pdfOf('Draft', ['To be discussed.']), {
    ...{ kind: 'other', visibility: 'inside', name: 'Draft of the new terms.pdf' },
  });
  await story.do('emre', (work) => removeDocument(work, draft));
  await story.upload('lukas', CLOSED_TENANT, emergencyPlan(), {
    ...{ kind: 'other', visibility: 'inside', name: 'Emergency plan, plant Gütersloh.pdf' },
  });
}

function signContract(story: Story, by: PersonKey, at: string, from: string): Promise<string> {
  return story.upload(by, at, contractOf(at, from), {
    ...{ kind: 'contract', visibility: 'shared', name: `Service contract ${at}.pdf` },
  });
}

function contractOf(customer: string, from: string, ...more: string[]): Uint8Array {
  return pdfOf('Service contract', [
    `between ${SELLER} and ${customer}`,
    '',
    `1. The services begin on ${from} and run for 24 months.`,
    '2. Backups are kept for 30 days in two places.',
    '3. Prices follow the list that is in force; changes are announced a quarter ahead.',
    ...more,
    '',
    'Signed by both parties.',
  ]);
}

function terms(): Uint8Array {
  return pdfOf('Terms of service', [
    `${SELLER}, in force from January 2026`,
    '',
    '1. Support answers on working days within four hours.',
    '2. Invoices are due after 14 days.',
  ]);
}

function priceList(): Uint8Array {
  return Buffer.from('Item;Unit;Purchase\nBackup storage;GB;0.018\nVirtual server;hour;0.021\n');
}

function emergencyPlan(): Uint8Array {
  return pdfOf('Emergency plan', [
    'Whom to call when the backup of the plant fails, in this order.',
    'The shift leader keeps the printed copy in the control room.',
  ]);
}
