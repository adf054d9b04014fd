/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import java.util.List;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.api.APIException;
import org.openmrs.api.PersonService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.annotation.Transactional;

/** People and their attributes. A new value voids the old one, whose row stays. */
@Transactional
public class JdbcPersonService extends PlatformService implements PersonService {

    private static final String TYPES =
            "SELECT person_attribute_type_id, uuid, name, description, format FROM person_attribute_type WHERE ";
    private static final int LONGEST_VALUE = 50;

    private final JdbcTemplate jdbc;
    private final PersonAttributes attributes;

    public JdbcPersonService(JdbcTemplate jdbc, PersonAttributes attributes) {
        this.jdbc = jdbc;
        this.attributes = attributes;
    }

    @Override
    @Transactional(readOnly = true)
    public Person getPerson(Integer personId) {
        require("Get People");
        List<Person> found = jdbc.query(
                "SELECT uuid FROM person WHERE person_id = ?",
                (row, index) -> {
                    Person person = new Person(personId);
                    person.setUuid(row.getString(1));
                    return person;
                },
                personId);
        found.forEach(this::addActiveAttributes);
        return found.isEmpty() ? null : found.get(0);
    }

    private void addActiveAttributes(Person person) {
        RowMapper<PersonAttribute> mapper = (row, index) -> {
            PersonAttribute attribute = new PersonAttribute(type(row.getInt(3)), row.getString(4));
            attribute.setId(row.getInt(1));
            attribute.setUuid(row.getString(2));
            return attribute;
        };
        jdbc.query(
                        "SELECT person_attribute_id, uuid, person_attribute_type_id, value FROM person_attribute"
                                + " WHERE person_id = ? AND voided = FALSE ORDER BY person_attribute_id",
                        mapper,
                        person.getPersonId())
                .forEach(person::addAttribute);
    }

    private PersonAttributeType type(int id) {
        return jdbc.queryForObject(TYPES + "person_attribute_type_id = ?", JdbcPersonService::type, id);
    }

    @Override
    public Person savePerson(Person person) {
        require("Add People", "Edit People");
        person.getActiveAttributes().stream()
                .filter(attribute -> attribute.getId() == null)
                .forEach(attribute -> save(person, attribute));
        return person;
    }

    private void save(Person person, PersonAttribute attribute) {
        String value = attribute.getValue();
        if (value != null && value.length() > LONGEST_VALUE) {
            throw new APIException("The value of a person attribute can have " + LONGEST_VALUE + " characters at most");
        }
        attributes
                .add(person.getPersonId(), attribute.getAttributeType().getId(), value, attribute.getUuid())
                .ifPresent(attribute::setId);
    }

    @Override
    @Transactional(readOnly = true)
    public PersonAttributeType getPersonAttributeTypeByUuid(String uuid) {
        require("Get Person Attribute Types");
        return jdbc.query(TYPES + "uuid = ?", JdbcPersonService::type, uuid).stream()
                .findFirst()
                .orElse(null);
    }

    private static PersonAttributeType type(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        PersonAttributeType type = new PersonAttributeType();
        type.setId(row.getInt(1));
        type.setUuid(row.getString(2));
        type.setName(row.getString(3));
        type.setDescription(row.getString(4));
        type.setFormat(row.getString(5));
        return type;
    }

    @Override
    public PersonAttributeType savePersonAttributeType(PersonAttributeType type) {
        require("Manage Person Attribute Types");
        if (!jdbc.queryForList(
                        "SELECT uuid FROM person_attribute_type WHERE name = ? AND uuid <> ?",
                        type.getName(),
                        type.getUuid())
                .isEmpty()) {
            throw new APIException("A person attribute type named '" + type.getName() + "' exists already");
        }
        jdbc.update(
                "INSERT INTO person_attribute_type (name, description, format, creator, uuid) VALUES (?, ?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE name = VALUES(name), description = VALUES(description), format = VALUES(format)",
                type.getName(),
                type.getDescription(),
                type.getFormat(),
                creator(),
                type.getUuid());
        type.setId(jdbc.queryForObject(
                "SELECT person_attribute_type_id FROM person_attribute_type WHERE uuid = ?",
                Integer.class,
                type.getUuid()));
        return type;
    }
}
