//! Which file of the crate needs which, as far as imports and paths tell.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::code::{Import, Uses, program, test_modules};
use crate::sources::sources;

/// A module with a file of its own.
struct Module {
    file: String,
    imports: Vec<Import>,
    paths: Vec<Vec<String>>,
    /// All names that stand in it, those of its imports aside.
    names: BTreeSet<String>,
}

/// All modules of a crate that have a file, by their path from the root.
pub(crate) struct Modules(BTreeMap<Vec<String>, Module>);

impl Modules {
    /// Reads the program in a folder, without what is only there to test it.
    pub(crate) fn read(root: &Path) -> Modules {
        let files: Vec<(String, String)> = sources(root)
            .into_iter()
            .map(|path| {
                let file = path.strip_prefix(root).unwrap().display().to_string();
                (file.replace('\\', "/"), fs::read_to_string(path).unwrap())
            })
            .collect();
        Modules::of(&files)
    }

    /// The modules of files, each with its name and its text.
    pub(crate) fn of(files: &[(String, String)]) -> Modules {
        let mut tests = BTreeSet::new();
        for (file, source) in files {
            let path = module_path(file);
            tests.extend(
                test_modules(source)
                    .into_iter()
                    .map(|name| below(&path, &name)),
            );
        }
        let modules = files.iter().filter_map(|(file, source)| {
            let path = module_path(file);
            let is_test = (0..=path.len()).any(|len| tests.contains(&path[..len]));
            (!is_test).then(|| (path, Module::of(file, source)))
        });
        Modules(modules.collect())
    }

    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|module| &*module.file)
    }

    /// What the files of circles need of each other, a line each.
    pub(crate) fn explain(&self, circles: &[Vec<&str>]) -> String {
        let needs = self.needs();
        let mut lines = String::new();
        for circle in circles {
            for file in circle {
                let needed: Vec<_> = circle
                    .iter()
                    .filter(|one| needs[file].contains(*one))
                    .collect();
                lines += &format!("{file} needs {needed:?}\n");
            }
        }
        lines
    }

    /// Each file with those that it needs.
    pub(crate) fn needs(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let needs = self.0.iter().map(|(own, module)| {
            let imported = module.imports.iter().filter(|import| {
                // What is only passed on is not needed here.
                !import.is_public || module.names.contains(&import.name)
            });
            let of_imports = imported.filter_map(|import| self.owner(own, &import.path));
            let of_paths = module.paths.iter().filter_map(|path| self.owner(own, path));
            let needed = of_imports
                .chain(of_paths)
                .filter(|&file| file != module.file);
            (&*module.file, needed.collect())
        });
        needs.collect()
    }

    /// The file in which that stands which a path in a module leads to; none if it leads out of the crate,
    /// or to no more than a module.
    fn owner(&self, from: &[String], path: &[String]) -> Option<&str> {
        self.follow(from, path, &mut BTreeSet::new())
    }

    fn follow(
        &self,
        from: &[String],
        path: &[String],
        met: &mut BTreeSet<(Vec<String>, Vec<String>)>,
    ) -> Option<&str> {
        if !met.insert((from.to_vec(), path.to_vec())) {
            return None;
        }
        let mut module = from.to_vec();
        for (nth, name) in path.iter().enumerate() {
            match &**name {
                "crate" => module.clear(),
                "self" => {}
                "super" => drop(module.pop()),
                _ if self.0.contains_key(&below(&module, name)) => module.push(name.clone()),
                _ => {
                    let rest = &path[nth + 1..];
                    let imports = &self.0[&module].imports;
                    // `smallvec::smallvec` leads to no import of that name, but to another crate.
                    let brings = |import: &&Import| import.name == *name && import.path[0] != *name;
                    if let Some(import) = imports.iter().find(brings) {
                        let path: Vec<String> = import.path.iter().chain(rest).cloned().collect();
                        return self.follow(&module, &path, met);
                    }
                    // The first name of a path is of another crate or a type if nothing brings it in.
                    return (nth > 0).then(|| &*self.0[&module].file);
                }
            }
        }
        None
    }

    /// The circles: files of which each needs each, if only by way of others.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let needs = self.needs();
        let reached: BTreeMap<&str, BTreeSet<&str>> = needs
            .keys()
            .map(|&file| {
                let mut reached = BTreeSet::new();
                let mut ahead = vec![file];
                while let Some(file) = ahead.pop() {
                    let new = needs[file].iter().filter(|&&file| reached.insert(file));
                    ahead.extend(new);
                }
                (file, reached)
            })
            .collect();
        let mut circles = BTreeSet::new();
        for (file, others) in &reached {
            let circle: Vec<&str> = others
                .iter()
                .copied()
                .filter(|other| reached[other].contains(file))
                .collect();
            if !circle.is_empty() {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }
}

impl Module {
    fn of(file: &str, source: &str) -> Module {
        let uses = Uses::of(&program(source));
        Module {
            file: file.to_owned(),
            imports: uses.imports,
            paths: uses.paths,
            names: uses.names,
        }
    }
}

/// `quote/find.rs` and `quote/find/mod.rs` are the module `quote::find`.
fn module_path(file: &str) -> Vec<String> {
    let path = file.strip_suffix(".rs").unwrap();
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let names = path.split('/').filter(|&name| name != "lib");
    names.map(str::to_owned).collect()
}

fn below(module: &[String], name: &str) -> Vec<String> {
    let name = std::iter::once(name.to_owned());
    module.iter().cloned().chain(name).collect()
}
