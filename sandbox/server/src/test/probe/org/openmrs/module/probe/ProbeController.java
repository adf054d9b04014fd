/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.probe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.SessionFactory;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Found by the platform's own scan: nothing in the module's context file names it. */
@Controller
@RequestMapping("/rest/v1/probe")
public class ProbeController {

    private final SessionFactory sessions;
    private final MessageSource messages;

    public ProbeController(SessionFactory sessions, MessageSource messages) {
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping("/calls")
    @ResponseBody
    public List<String> calls() {
        return ProbeActivator.CALLS;
    }

    @PostMapping("/note")
    public ResponseEntity<Void> add() {
        Context.getService(ProbeService.class).add("a note");
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/note")
    @ResponseBody
    public Map<String, Object> count() {
        return Map.of("count", Context.getService(ProbeService.class).count());
    }

    @GetMapping("/daemon")
    @ResponseBody
    public Map<String, Object> daemon() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        Daemon.runInDaemonThreadWithoutResult(
                        () -> seen.set(Context.getAuthenticatedUser().getUsername() + " "
                                + Context.getService(ProbeService.class).count()),
                        null)
                .get();
        return Map.of("seen", seen.get());
    }

    @GetMapping("/title")
    @ResponseBody
    public Map<String, Object> title() {
        return Map.of(
                "en", messages.getMessage("probe.title", null, Locale.ENGLISH),
                "da", messages.getMessage("probe.title", null, new Locale("da")));
    }

    @GetMapping("/people")
    @ResponseBody
    public List<?> people() {
        return sessions.getCurrentSession()
                .createQuery("select n.givenName from PersonName n order by n.personNameId", String.class)
                .list();
    }

    @GetMapping("/broken")
    @ResponseBody
    public String broken() {
        throw new IllegalStateException("the probe is broken");
    }
}
