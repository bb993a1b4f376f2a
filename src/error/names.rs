//! The names of the values of enums: in JSON, in tables, on a command line. What is no name is an error.

/// Defines an enum whose variants have names: in JSON, in tables, on a command line.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $enum:ident {
        $(#[$first_doc:meta])* $first:ident = $first_name:literal,
        $($(#[$doc:meta])* $variant:ident = $name:literal,)*
    }) => {
        $(#[$meta])*
        #[doc = ""]
        #[doc = "It is written as one of these names and read from it:"]
        #[doc = concat!("`", $first_name, "`" $(, ", `", $name, "`")*, ".")]
        #[doc = ""]
        #[doc = "```"]
        #[doc = concat!("use quotation::", stringify!($enum), ";")]
        #[doc = ""]
        #[doc = concat!("let read: ", stringify!($enum), " = \"", $first_name, "\".parse()?;")]
        #[doc = concat!("assert_eq!(read, ", stringify!($enum), "::", stringify!($first), ");")]
        #[doc = concat!("assert_eq!(read.to_string(), \"", $first_name, "\");")]
        #[doc = "# Ok::<(), quotation::Error>(())"]
        #[doc = "```"]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $enum {
            $(#[$first_doc])* #[cfg_attr(feature = "serde", serde(rename = $first_name))] $first,
            $($(#[$doc])* #[cfg_attr(feature = "serde", serde(rename = $name))] $variant,)*
        }

        $crate::error::spelled! { $enum {
            $first = $first_name,
            $($variant = $name,)*
        }}
    };
}

/// Gives the values of an enum their names.
macro_rules! spelled {
    ($enum:ident {
        $first:ident = $first_name:literal,
        $($variant:ident $(($part:path))? = $name:literal,)*
    }) => {
        impl $enum {
            /// All that there are, in their order.
            #[doc = ""]
            #[doc = "```"]
            #[doc = concat!("use quotation::", stringify!($enum), ";")]
            #[doc = ""]
            #[doc = concat!("assert!(", stringify!($enum), "::ALL.contains(&", stringify!($enum), "::",
                stringify!($first), "));")]
            #[doc = "```"]
            pub const ALL: &'static [$enum] = &[$enum::$first $(, $enum::$variant $(($part))?)*];

            /// The name, as it stands in JSON.
            #[doc = ""]
            #[doc = "```"]
            #[doc = concat!("assert_eq!(quotation::", stringify!($enum), "::", stringify!($first),
                ".as_str(), \"", $first_name, "\");")]
            #[doc = "```"]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $enum::$first => $first_name,
                    $($enum::$variant $(($part))? => $name,)*
                }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        /// Reads the name that [`as_str`](Self::as_str) gives; the error lists all names.
        impl std::str::FromStr for $enum {
            type Err = $crate::error::Error;

            fn from_str(name: &str) -> Result<$enum, $crate::error::Error> {
                let known = $enum::ALL.iter().find(|known| known.as_str() == name);
                known.copied().ok_or_else(|| {
                    let names = concat!($first_name $(, ", ", $name)*);
                    $crate::error::Error::name(stringify!($enum), name, names)
                })
            }
        }
    };
}

pub(crate) use {named, spelled};
