/**
 * Where a patient's report is, as a page or as a PDF (A3). A link, since a browser shows and prints both by itself.
 *
 * @param base of OpenMRS, without a slash at its end
 * @param language of the report; where none is given the server chooses
 */
export function patientReportUrl(
  base: string,
  patient: string,
  format: 'html' | 'pdf',
  language?: string,
): string {
  const asked = new URLSearchParams({ patient, ...(language && { locale: language }), format });
  return `${base}/ws/rest/v1/aisupport/patientreport?${asked.toString()}`;
}
