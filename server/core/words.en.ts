export const en = {
  hello: ({ name }: { name: string }) => `Hello ${name},`,
};
