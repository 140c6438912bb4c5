/** The migrated database which the others are cloned from. Here, so that tests need not load what starts the server. */
export const templateName = 'throughline_template';
