// The world behind the webhooks: the registry, and the people in it, who act.

import { Person } from './person.ts';
import { Registry } from './registry.ts';

export class World extends Registry {
  readonly #people = new Map<string, Person>();

  addPerson(options: { name: string; phone: string; country: string; id?: string }): Person {
    const phone = this.freePhone(options.phone);
    if (!/^[A-Z]{2}$/.test(options.country)) throw new Error(`country ${options.country} is not two capital letters`);
    const id = options.id ?? `p${this.state.nextPerson++}`;
    if (this.state.people[id] !== undefined) throw new Error(`there is a person ${id} already`);
    const { name, country } = options;
    this.enterPerson({ id, name, phone, country, bsuids: {}, parents: {}, formerPhones: [] });
    return this.person(id);
  }

  person(id: string): Person {
    const record = this.record(id);
    let person = this.#people.get(id);
    if (person === undefined) {
      person = new Person(this, record);
      this.#people.set(id, person);
    }
    return person;
  }

  get people(): Person[] {
    return Object.keys(this.state.people).map((id) => this.person(id));
  }
}
