/** How many files, sockets among them, a process may hold open here. */
export function mostOpenFiles(): number {
  const report = process.report.getReport() as { userLimits?: { open_files?: { hard?: unknown } } };
  const hard = Number(report.userLimits?.open_files?.hard);
  return Number.isFinite(hard) ? hard : Infinity;
}
