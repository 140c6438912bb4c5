export { Id, type Page, page } from './base.ts';
export * from './campaigns.ts';
export * from './cards.ts';
export * from './media.ts';
export * from './messages.ts';
export * from './people.ts';
export * from './requests.ts';
export * from './shapes.ts';
export * from './templates.ts';
