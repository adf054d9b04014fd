/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHook;
import org.openmrs.module.aisupport.validation.Problems;

/**
 * Where and how an engine outside is asked.
 *
 * @param url of the server: of its CDS Hooks services, or of its chat endpoint up to and with the version, as in {@code …/v1}
 * @param service CDS Hooks: the id of one of its services; else empty
 * @param hook CDS Hooks: the one on which that is called; else empty
 * @param model a language model: what the endpoint knows it by; else empty
 */
public record OutsideEndpoint(Protocol protocol, String url, String service, String hook, String model) {

    private static final String SERVICE = "(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,64}";
    private static final String MODEL = "[\\x21-\\x7e]{1,120}";
    private static final int URL_LENGTH = 500;

    public enum Protocol {
        /** CDS Hooks 2.0. */
        CDS_HOOKS,
        /** {@code POST /v1/chat/completions} of the OpenAI API, as Ollama, llama.cpp and vLLM have it too. */
        CHAT
    }

    void check(Problems problems) {
        problems.check(
                isAddress(), "url", "malformed", "Write it as https://host/path, without user, query and fragment.");
        if (protocol == Protocol.CDS_HOOKS) {
            problems.check(service.matches(SERVICE), "service", "malformed", "Use the id that its server lists.");
            problems.check(CdsHook.of(hook).isPresent(), "hook", "unknown", "Use one of: " + hooks() + ".");
            problems.check(model.isEmpty(), "model", "superfluous", "A service of CDS Hooks has no model.");
        } else {
            problems.check(
                    model.matches(MODEL), "model", "malformed", "Use the name that its server lists, without spaces.");
            problems.check(service.isEmpty(), "service", "superfluous", "A language model has no service.");
            problems.check(hook.isEmpty(), "hook", "superfluous", "A language model has no hook.");
        }
    }

    private static String hooks() {
        return Arrays.stream(CdsHook.values()).map(CdsHook::word).collect(Collectors.joining(", "));
    }

    private boolean isAddress() {
        try {
            URI address = new URI(url);
            return url.length() <= URL_LENGTH
                    && address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    URI address() {
        return URI.create(url);
    }

    /** Who receives what is sent, with the port where that isn't the usual one. */
    String recipient() {
        URI address = address();
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    void putInto(ObjectNode json) {
        json.put("protocol", protocol.name())
                .put("url", url)
                .put("service", service)
                .put("hook", hook)
                .put("model", model);
    }

    static OutsideEndpoint read(JsonNode json) {
        return new OutsideEndpoint(
                Protocol.valueOf(json.path("protocol").asText()),
                json.path("url").asText(),
                json.path("service").asText(),
                json.path("hook").asText(),
                json.path("model").asText());
    }
}
