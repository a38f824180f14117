export function ReportSheet() {
  return null;
}
