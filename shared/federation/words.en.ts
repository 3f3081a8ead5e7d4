export const en = {
  pathNotAllowed: 'Your organisation does not allow this sign-in method.',
  shutsOutPlatform: 'This would shut out the last administrator of the platform who can sign in.',
  nobodyCouldSignIn: 'Nobody could sign in here: leave at least one sign-in method.',
  platformLocksItselfOut:
    'No administrator of the platform could sign in any more. Give one of them another sign-in method first.',
  youCouldNotSignIn:
    'You could not sign in any more. Set a password, add a passkey or connect another provider first.',
  nameDirectories: 'Name the directories whose people may sign in, by their ids.',
  providerSaid: ({ why }: { why: string }) => `The provider could not be reached: ${why}`,
  tenant: 'Enter the directory’s id, or one of its domains, as the app registration shows it.',
  issuerAddress: 'Enter an address, such as https://login.example.com.',
  issuerBraces: 'Replace what stands in braces by the real value.',
  issuerPort: 'Nothing can be reached at port 0.',
  issuerWellKnown: ({ issuer }: { issuer: string }) =>
    `Enter the issuer, without what begins with /.well-known: ${issuer}`,
  issuerQuery: 'An issuer has no query, fragment or user.',
  issuerHttps: 'An issuer has to be reached by https.',
  clientId: 'Enter the client id.',
  singleSpaces: 'Words with single spaces.',
  scopeOpenid: 'The scope openid has to be among them.',
  issuerMissing: 'Enter the issuer or the tenant.',
};
