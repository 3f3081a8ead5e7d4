/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default {
  compilerOptions: {
    // Ours are runes without exception; a dependency may still be written the old way.
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true),
  },
};
