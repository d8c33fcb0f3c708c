/**
 * etcd's key-value, lease and watch services (v3) over its JSON gateway: nothing but the JDK's HTTP client is needed. Keys and values are
 * octets in base64, 64-bit numbers are strings.
 */
@NullMarked
package io.heddle.controller.store.etcd;

import org.jspecify.annotations.NullMarked;
