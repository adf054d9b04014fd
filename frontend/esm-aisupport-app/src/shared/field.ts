/** The id of a form's field. One form is open at a time. */
export function fieldId(field: string): string {
  return `aisupport-field-${field}`;
}

/** Drawn first, focused then. */
export function focusOn(form: HTMLFormElement | null, field: string): void {
  setTimeout(() => {
    form
      ?.querySelector(`[data-field="${field}"]`)
      ?.querySelector<HTMLElement>('input, select, textarea, [role="spinbutton"]')
      ?.focus();
  });
}
