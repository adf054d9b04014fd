/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptName;
import org.openmrs.Person;
import org.openmrs.PersonAttribute;
import org.openmrs.PersonAttributeType;
import org.openmrs.Role;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.APIException;
import org.openmrs.api.context.Context;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;
import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.platform.UserContext;

/** The services as a module calls them: through Context. */
class PlatformServicesTest {

    private static final int ADMINISTRATOR = 1;

    @BeforeEach
    void act_for_the_administrator() {
        RunningSandbox.sandbox();
        act(List.of("System Developer"));
    }

    @AfterEach
    void forget() {
        CurrentThread.actForNobody();
    }

    private static void act(List<String> roles) {
        UserContext context = new UserContext();
        context.logIn(new Account(ADMINISTRATOR, "u", "admin", "admin", 1, "p", roles, Set.of()));
        CurrentThread.actFor(context);
    }

    @Test
    void a_new_value_of_an_attribute_voids_the_old_one_and_says_why() {
        PersonAttributeType type = attributeType();
        save(type, "first");
        save(type, "second");

        Person person = Context.getPersonService().getPerson(ADMINISTRATOR);

        assertThat(person.getActiveAttributes())
                .filteredOn(each -> each.getAttributeType().getUuid().equals(type.getUuid()))
                .extracting(PersonAttribute::getValue)
                .containsExactly("second");
        assertThat(RunningSandbox.values(
                        "select a.voidReason from PersonAttribute a where a.attributeType.uuid = :key and a.voided = true",
                        type.getUuid()))
                .containsExactly("New value: second");
    }

    @Test
    void the_same_value_again_changes_nothing() {
        PersonAttributeType type = attributeType();
        save(type, "same");
        save(type, "same");

        assertThat(RunningSandbox.values(
                        "select a.uuid from PersonAttribute a where a.attributeType.uuid = :key", type.getUuid()))
                .hasSize(1);
    }

    @Test
    void a_value_of_more_than_fifty_characters_is_refused() {
        PersonAttributeType type = attributeType();

        assertThatThrownBy(() -> save(type, "x".repeat(51)))
                .isInstanceOf(APIException.class)
                .hasMessageContaining("50");
    }

    @Test
    void a_concept_is_saved_with_its_name_and_its_number() {
        Concept saved = Context.getConceptService().saveConcept(concept("A name " + UUID.randomUUID()));

        Concept found = Context.getConceptService().getConceptByUuid(saved.getUuid());

        assertThat(found.getConceptId()).isEqualTo(saved.getConceptId()).isNotNull();
        assertThat(found.getName().getName()).isEqualTo(saved.getName().getName());
        assertThat(found.getDatatype().getName()).isEqualTo("N/A");
    }

    @Test
    void a_concept_name_that_is_taken_is_refused_and_nothing_of_it_stays() {
        String name = "Taken " + UUID.randomUUID();
        Context.getConceptService().saveConcept(concept(name));
        Concept second = concept(name);

        assertThatThrownBy(() -> Context.getConceptService().saveConcept(second))
                .isInstanceOf(APIException.class)
                .hasMessageContaining("duplicate");
        assertThat(Context.getConceptService().getConceptByUuid(second.getUuid()))
                .isNull();
    }

    @Test
    void while_the_dictionary_is_locked_nothing_is_added_to_it() {
        Context.getAdministrationService().setGlobalProperty("concepts.locked", "true");
        try {
            assertThatThrownBy(() -> Context.getConceptService().saveConcept(concept("Locked " + UUID.randomUUID())))
                    .hasMessage("Concepts are locked");
        } finally {
            Context.getAdministrationService().setGlobalProperty("concepts.locked", "false");
        }
    }

    @Test
    void a_role_is_saved_with_its_privileges() {
        Role role = new Role("Role " + UUID.randomUUID().toString().substring(0, 8), "of a test");
        role.getPrivileges().add(Context.getUserService().getPrivilege("Get Patients"));

        Context.getUserService().saveRole(role);

        assertThat(Context.getUserService().getRole(role.getRole()).getPrivileges())
                .extracting(each -> each.getPrivilege())
                .containsExactly("Get Patients");
    }

    @Test
    void without_the_privilege_every_service_refuses_as_openmrs_does() {
        act(List.of());

        List.<Runnable>of(
                        () -> Context.getPersonService().getPerson(1),
                        () -> Context.getPersonService().savePerson(new Person(1)),
                        () -> Context.getPersonService().getPersonAttributeTypeByUuid("u"),
                        () -> Context.getPersonService().savePersonAttributeType(new PersonAttributeType()),
                        () -> Context.getConceptService().getConceptByUuid("u"),
                        () -> Context.getConceptService().saveConcept(new Concept()),
                        () -> Context.getConceptService().getConceptClassByName("Misc"),
                        () -> Context.getConceptService().getConceptDatatypeByName("N/A"),
                        () -> Context.getUserService().getRole("r"),
                        () -> Context.getUserService().saveRole(new Role("r", "d")),
                        () -> Context.getUserService().getPrivilege("p"),
                        () -> Context.getAdministrationService().setGlobalProperty("a", "b"))
                .forEach(call -> assertThatThrownBy(call::run).isInstanceOf(APIAuthenticationException.class));
    }

    private static PersonAttributeType attributeType() {
        PersonAttributeType type = new PersonAttributeType();
        type.setName("Type " + UUID.randomUUID().toString().substring(0, 8));
        type.setDescription("of a test");
        type.setFormat("java.lang.String");
        return Context.getPersonService().savePersonAttributeType(type);
    }

    private static void save(PersonAttributeType type, String value) {
        Person person = Context.getPersonService().getPerson(ADMINISTRATOR);
        person.addAttribute(new PersonAttribute(type, value));
        Context.getPersonService().savePerson(person);
    }

    private static Concept concept(String name) {
        Concept concept = new Concept();
        concept.addName(new ConceptName(name, Locale.ENGLISH));
        concept.setConceptClass(Context.getConceptService().getConceptClassByName("Misc"));
        concept.setDatatype(Context.getConceptService().getConceptDatatypeByName("N/A"));
        return concept;
    }
}
