/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;
import org.openmrs.module.aisupport.sandbox.server.platform.UserContext;
import org.openmrs.module.aisupport.sandbox.server.platform.UserProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who is logged in. Logging in is the filter's business, with any request that carries credentials; usually with this one. */
@Controller
@RequestMapping("/rest/v1/session")
public class SessionController extends SandboxController {

    private static final List<String> LOCALES = List.of("en", "en_GB", "da", "fr", "es", "pt");

    private final Entities entities;
    private final UserProperties properties;

    SessionController(Entities entities, UserProperties properties) {
        this.entities = entities;
        this.properties = properties;
    }

    @GetMapping
    @ResponseBody
    public Map<String, Object> get(HttpServletRequest request) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("authenticated", CurrentThread.account().isPresent());
        session.put(
                "locale",
                CurrentThread.context()
                        .map(UserContext::locale)
                        .orElse(Locale.UK)
                        .toLanguageTag());
        session.put(
                "allowedLocales",
                LOCALES.stream()
                        .map(locale -> StringUtils.parseLocaleString(locale).toLanguageTag())
                        .toList());
        CurrentThread.account().ifPresent(account -> {
            session.put("user", user(account, Answers.to(request)));
            session.put("sessionLocation", location(Answers.to(request)));
            session.put("currentProvider", provider(account, Answers.to(request)));
        });
        return session;
    }

    @PostMapping
    @ResponseBody
    public Map<String, Object> change(@RequestBody Map<String, String> body, HttpServletRequest request) {
        if (body.get("locale") != null) {
            useLocale(body.get("locale"));
        }
        if (body.get("sessionLocation") != null) {
            useLocation(body.get("sessionLocation"));
        }
        return get(request);
    }

    private static void useLocale(String locale) {
        if (!LOCALES.contains(locale)) {
            throw new RestException.Unusable("'" + locale + "' is not in the list of allowed locales.");
        }
        CurrentThread.context().ifPresent(context -> context.useLocale(StringUtils.parseLocaleString(locale)));
    }

    private void useLocation(String uuid) {
        Privileges.require("Get Locations");
        if (entities.byUuid("Location", uuid).isEmpty()) {
            throw new RestException.Unusable("'" + uuid + "' is not the UUID of any location.");
        }
        CurrentThread.context().ifPresent(context -> context.useLocation(uuid));
    }

    private Object location(Answers answers) {
        return CurrentThread.context()
                .flatMap(UserContext::locationUuid)
                .flatMap(uuid -> entities.byUuid("Location", uuid))
                .map(location -> answers.one(location, Spec.REF))
                .orElse(null);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void logOut(HttpServletRequest request) {
        CurrentThread.context().ifPresent(UserContext::logOut);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private Map<String, Object> user(Account account, Answers answers) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("uuid", account.uuid());
        user.put("display", account.username());
        user.put("username", account.username());
        user.put("systemId", account.systemId());
        user.put("userProperties", properties.of(account.userId()));
        user.put(
                "person",
                entities.byUuid("Person", account.personUuid())
                        .map(person -> answers.one(person, Spec.properties("(uuid,display)")))
                        .orElse(null));
        user.put("privileges", named(account.privileges()));
        user.put("roles", named(Set.copyOf(account.roles())));
        return user;
    }

    /** A role or privilege is known by its name. */
    private static List<Map<String, Object>> named(Set<String> names) {
        return names.stream()
                .sorted()
                .map(name -> ChartTypes.group("display", name, "name", name))
                .toList();
    }

    private Object provider(Account account, Answers answers) {
        return entities
                .list(
                        "from Provider x where x.retired = false and x.person.personId = :person order by x.providerId",
                        Map.of("person", account.personId()))
                .stream()
                .findFirst()
                .map(provider -> answers.one(provider, Spec.REF))
                .orElse(null);
    }
}
