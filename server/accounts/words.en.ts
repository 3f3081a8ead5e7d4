interface Invited {
  person: string;
  place: string;
}

export const en = {
  invitation: ({ person, place }: Invited) => `${person} invites you to ${place}`,
  invitesToAdminister: ({ person, place }: Invited) =>
    `${person} invites you to administer ${place} in Canopy.`,
  invitesToJoin: ({ person, place }: Invited) =>
    `${person} invites you to join ${place} in Canopy.`,
  choosePassword: 'Choose your password here; the link works once and for seven days:',
  isTaken: ({ person }: { person: string }) =>
    `You already have an account in Canopy with this address, and an address has one account, so this invitation cannot be accepted. ${person} was not told.`,
  useAnother: ({ person }: { person: string }) =>
    `If you want to accept it, ask ${person} to invite another address of yours. Your account stays as it is; you sign in to it here:`,
  notExpected: 'If you did not expect this, you need not do anything.',

  factorsRemoved: 'Your second factor was removed',
  factorsRemovedBy: ({ person }: { person: string }) =>
    `${person} removed the second factors of your account in Canopy: authenticator apps, passkeys and recovery codes. You are signed out everywhere.`,
  setUpAnother: "Sign in and set up a new one on your account's page:",
  notAskedFor: 'If you did not ask for this, change your password and tell your administrator.',
};
