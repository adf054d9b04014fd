/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever else is asked for below the module's path. Mapped with literal depth, since the platform's REST has patterns such as
 * /{resource}/{uuid} that would win over /**. Tells a wrong method from a path that does not exist.
 */
@RestController("aisupport.unknownPathController")
@RequestMapping({
    Links.PATH,
    Links.PATH + "/{a}",
    Links.PATH + "/{a}/{b}",
    Links.PATH + "/{a}/{b}/{c}",
    Links.PATH + "/{a}/{b}/{c}/{d}",
    Links.PATH + "/**"
})
class UnknownPathController {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final AntPathMatcher paths = new AntPathMatcher();

    UnknownPathController(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @RequestMapping
    void unknown(HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException, HttpMediaTypeNotAcceptableException {
        String path = (String) request.getAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE);
        Set<String> methods = methodsAt(fullPath(request, path));
        if (methods.contains(request.getMethod())) {
            // It exists, for a client that reads JSON: only so does a request with a fitting method come here.
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw new NotFoundException("path", request.getRequestURI());
    }

    private static String fullPath(HttpServletRequest request, String path) {
        String info = request.getPathInfo();
        return info == null ? path : info;
    }

    private Set<String> methodsAt(String path) {
        Set<String> methods = new LinkedHashSet<>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> isOtherHandlerOfOurs(entry.getValue()))
                .filter(entry -> matches(entry.getKey(), path))
                .forEach(entry -> entry.getKey()
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method -> methods.add(method.name())));
        return methods;
    }

    private static boolean isOtherHandlerOfOurs(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        return type != UnknownPathController.class
                && type.getPackage().equals(UnknownPathController.class.getPackage());
    }

    private boolean matches(RequestMappingInfo info, String path) {
        return info.getPatternsCondition() != null
                && info.getPatternsCondition().getPatterns().stream().anyMatch(pattern -> paths.match(pattern, path));
    }
}
