//! Files as they are published: plain or packed, in folders or in archives.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::read::MultiGzDecoder;
use liblzma::read::XzDecoder;

/// Opens a file, unpacking what its name says is packed.
pub(crate) fn reader(path: &Path) -> Result<Box<dyn BufRead>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let end = path.extension().unwrap_or_default().to_string_lossy();
    Ok(match &*end {
        "gz" | "tgz" => Box::new(BufReader::new(MultiGzDecoder::new(file))),
        "xz" | "txz" => Box::new(BufReader::new(XzDecoder::new_multi_decoder(file))),
        _ => Box::new(BufReader::new(file)),
    })
}

/// The files of a folder or of an archive, by their paths with slashes.
#[derive(Debug, Default)]
pub(crate) struct Tree(BTreeMap<String, Vec<u8>>);

impl Tree {
    /// Reads those files of a folder or a tar archive, packed or not, whose paths are wanted.
    pub(crate) fn open(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Tree> {
        let mut tree = Tree::default();
        if path.is_dir() {
            tree.walk(path, "", &wanted)?;
        } else {
            tree.unpack(path, &wanted)
                .with_context(|| format!("cannot read the archive {}", path.display()))?;
        }
        if tree.0.is_empty() {
            bail!("{} holds no file of the corpus asked for", path.display());
        }
        Ok(tree)
    }

    fn walk(&mut self, folder: &Path, prefix: &str, wanted: &impl Fn(&str) -> bool) -> Result<()> {
        let entries = fs::read_dir(folder);
        for entry in entries.with_context(|| format!("cannot list {}", folder.display()))? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.walk(&entry.path(), &format!("{name}/"), wanted)?;
            } else if wanted(&name) {
                self.0.insert(name, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    fn unpack(&mut self, path: &Path, wanted: &impl Fn(&str) -> bool) -> Result<()> {
        let mut archive = tar::Archive::new(reader(path)?);
        for entry in archive.entries()? {
            let mut entry = entry?;
            let name = entry.path()?.to_string_lossy().into_owned();
            if entry.header().entry_type().is_file() && wanted(&name) {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes)?;
                self.0.insert(name, bytes);
            }
        }
        Ok(())
    }

    /// The folders that hold a file with the end of a path, each with a slash at its end, in order.
    pub(crate) fn folders_with<'t>(&'t self, end: &'t str) -> impl Iterator<Item = &'t str> {
        let folders = self.0.keys().filter_map(move |path| path.strip_suffix(end));
        folders.filter(|folder| folder.is_empty() || folder.ends_with('/'))
    }

    /// The files right in a folder, which is given with a slash at its end: name and path.
    pub(crate) fn files_in<'t>(
        &'t self,
        folder: &'t str,
    ) -> impl Iterator<Item = (&'t str, &'t str)> {
        let from_here = self.0.range(folder.to_owned()..).map(|(path, _)| path);
        from_here
            .map_while(move |path| Some((path.strip_prefix(folder)?, &**path)))
            .filter(|(name, _)| !name.contains('/'))
    }

    /// All paths, in order.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|path| &**path)
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    pub(crate) fn text(&self, path: &str) -> Result<&str> {
        let bytes = self.0.get(path);
        let bytes = bytes.with_context(|| format!("{path} is missing"))?;
        std::str::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))
    }
}
