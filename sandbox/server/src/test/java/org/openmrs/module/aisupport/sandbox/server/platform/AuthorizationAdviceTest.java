/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.APIAuthenticationException;
import org.springframework.aop.framework.ProxyFactory;

class AuthorizationAdviceTest {

    private final Chart chart = proxied(new ChartImpl());

    @AfterEach
    void forget() {
        CurrentThread.actForNobody();
    }

    @Test
    void one_of_several_privileges_is_enough() {
        actFor("Write");

        assertThatCode(chart::readOrWrite).doesNotThrowAnyException();
    }

    @Test
    void none_of_several_privileges_is_refused_and_they_are_named() {
        actFor("Other");

        assertThatThrownBy(chart::readOrWrite)
                .isInstanceOf(APIAuthenticationException.class)
                .hasMessage("Privileges required: Read, Write");
    }

    @Test
    void where_all_are_required_one_that_is_missing_is_refused() {
        actFor("Read");

        assertThatThrownBy(chart::readAndWrite).hasMessage("Privileges required: Write");
        actFor("Read", "Write");
        assertThatCode(chart::readAndWrite).doesNotThrowAnyException();
    }

    @Test
    void an_annotation_without_privilege_wants_a_login_and_no_more() {
        assertThatThrownBy(chart::loggedIn).isInstanceOf(APIAuthenticationException.class);
        CurrentThread.actFor(new UserContext());
        assertThatThrownBy(chart::loggedIn).isInstanceOf(APIAuthenticationException.class);
        actFor();
        assertThatCode(chart::loggedIn).doesNotThrowAnyException();
    }

    @Test
    void a_daemon_passes_everything() {
        assertThatCode(() -> CurrentThread.asDaemon(() -> {
                    chart.readOrWrite();
                    chart.readAndWrite();
                    chart.loggedIn();
                }))
                .doesNotThrowAnyException();
        assertThatThrownBy(chart::readOrWrite).isInstanceOf(APIAuthenticationException.class);
    }

    @Test
    void the_superuser_passes_everything() {
        act(List.of("System Developer"));

        assertThatCode(chart::readAndWrite).doesNotThrowAnyException();
    }

    @Test
    void a_privilege_that_is_lent_counts_until_it_is_taken_back() {
        UserContext context = actFor();

        context.lend("Read");
        assertThatCode(chart::readOrWrite).doesNotThrowAnyException();
        context.takeBack("Read");
        assertThatThrownBy(chart::readOrWrite).isInstanceOf(APIAuthenticationException.class);
    }

    @Test
    void an_annotation_on_the_class_behind_the_interface_is_overlooked_as_in_openmrs() {
        assertThatCode(chart::onlyTheClassSaysSo).doesNotThrowAnyException();
    }

    private static UserContext actFor(String... privileges) {
        return act(List.of(), privileges);
    }

    private static UserContext act(List<String> roles, String... privileges) {
        UserContext context = new UserContext();
        context.logIn(new Account(7, "u", "name", "id", 8, "p", roles, Set.of(privileges)));
        CurrentThread.actFor(context);
        return context;
    }

    private static Chart proxied(Chart target) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.addAdvice(new AuthorizationAdvice());
        return (Chart) factory.getProxy();
    }

    interface Chart {
        @Authorized({"Read", "Write"})
        void readOrWrite();

        @Authorized(
                value = {"Read", "Write"},
                requireAll = true)
        void readAndWrite();

        @Authorized
        void loggedIn();

        void onlyTheClassSaysSo();
    }

    static final class ChartImpl implements Chart {
        @Override
        public void readOrWrite() {}

        @Override
        public void readAndWrite() {}

        @Override
        public void loggedIn() {}

        @Override
        @Authorized("Read")
        public void onlyTheClassSaysSo() {}
    }
}
