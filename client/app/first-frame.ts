/** The placeholder goes that `index.html` shows until the first page is drawn. */
export function removeFirstFrame(): void {
  document.querySelector('#first')?.remove();
}
