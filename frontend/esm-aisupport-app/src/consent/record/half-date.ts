/** A date of which some parts are filled in and others are not reads as none; only the field itself knows. */
export function isHalfDate(form: HTMLElement | null): boolean {
  const parts = [...(form?.querySelectorAll('[data-field="expires"] [role="spinbutton"]') ?? [])];
  const empty = parts.filter((part) => part.hasAttribute('data-placeholder'));
  return empty.length > 0 && empty.length < parts.length;
}
